package org.ashlar.platform.web.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.ashlar.platform.rest.Permission;
import org.junit.jupiter.api.Test;

class PermissionFilterTest {
    /** A contract with the permission. */
    public interface Contract {
        @Permission("a.b.read")
        String read();
    }

    /** Its implementation and a method that declares nothing. */
    public static class Resource implements Contract {
        @Override
        public String read() {
            return "";
        }

        @Permission(Permission.PUBLIC)
        public String open() {
            return "";
        }

        public String undeclared() {
            return "";
        }
    }

    @Test
    void thePermissionIsFoundOnTheMethodOrItsContract() throws NoSuchMethodException {
        assertThat(PermissionFilter.declared(Resource.class.getMethod("open")).value()).isEqualTo(Permission.PUBLIC);
        assertThat(PermissionFilter.declared(Resource.class.getMethod("read")).value()).isEqualTo("a.b.read");
    }

    @Test
    void aMethodWithoutPermissionHasNone() throws NoSuchMethodException {
        assertThat(PermissionFilter.declared(Resource.class.getMethod("undeclared"))).isNull();
        assertThat(PermissionFilter.declared(null)).isNull();
    }
}
