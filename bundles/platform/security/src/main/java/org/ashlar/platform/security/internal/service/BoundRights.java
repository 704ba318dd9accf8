package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.CallerRights;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordRights;
import org.ashlar.platform.access.RowRules;
import org.ashlar.platform.security.internal.domain.CompiledRights;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Record rules and field rights of the bound caller, from what is kept of his account. Thread-safe. */
@Component
public final class BoundRights implements CallerRights {
    /** For a caller whose user is gone: nothing. */
    private static final RecordRights NOTHING = new Nothing();

    private final Access access;
    private final Accounts accounts;

    /** By injection. */
    @Activate
    public BoundRights(@Reference Access access, @Reference Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    @Override
    public RecordRights present() {
        Caller caller = access.caller();
        if (caller.userId() == 0) {
            return CompiledRights.PLAIN;
        }
        return accounts.known(caller.userId()).map(a -> (RecordRights) a.rights(caller.companyId())).orElse(NOTHING);
    }

    private static final class Nothing implements RecordRights {
        @Override
        public boolean plain() {
            return false;
        }

        @Override
        public String signature() {
            return "nothing";
        }

        @Override
        public RowRules rows(String model, String permission) {
            return RowRules.NONE;
        }

        @Override
        public FieldRight field(String model, String field) {
            return FieldRight.NONE;
        }

        @Override
        public boolean fieldsOf(String model) {
            return true;
        }

        @Override
        public boolean portal() {
            return true;
        }

        @Override
        public String value(String text) {
            return text;
        }
    }
}
