package org.ashlar.platform.collaboration.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void pathsAndTricksAreTakenOut() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\temp\\报价.pdf")).isEqualTo("报价.pdf");
        assertThat(FileNames.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\0b\r\nc.txt")).isEqualTo("abc.txt");
        assertThat(FileNames.clean("...")).isEqualTo("file");
        assertThat(FileNames.clean(null)).isEqualTo("file");
        assertThat(FileNames.clean("x".repeat(500) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @Test
    void dispositionCarriesAnyName() {
        assertThat(FileNames.disposition("attachment", "报 \"价\".pdf"))
                .isEqualTo("attachment; filename=\"_ ___.pdf\"; filename*=UTF-8''%E6%8A%A5%20%22%E4%BB%B7%22.pdf");
    }

    @Property
    void whateverIsGivenTheNameIsHarmless(@ForAll String given) {
        String name = FileNames.clean(given);
        assertThat(name).isNotBlank().doesNotContain("/", "\\", "\0", "\n", "\"");
        assertThat(name.length()).isLessThanOrEqualTo(200);
        assertThat(FileNames.disposition("inline", name)).matches("[\\x20-\\x7e]+");
    }
}
