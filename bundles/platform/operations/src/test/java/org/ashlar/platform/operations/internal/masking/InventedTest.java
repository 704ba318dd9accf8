package org.ashlar.platform.operations.internal.masking;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.ashlar.platform.value.ChineseIds;
import org.junit.jupiter.api.Test;

class InventedTest {

    private final Invented invented = new Invented(new byte[32]);

    @Property
    void aMobileStaysOneHoweverItIsWritten(@ForAll @LongRange(min = 13_000_000_000L, max = 19_999_999_999L) long number) {
        String plain = String.valueOf(number);
        String made = invented.of(Kind.PHONE, plain);
        assertThat(made).matches("1[3-9][0-9]{9}").startsWith(plain.substring(0, 2)).isNotEqualTo(plain);
        String written = "+86 " + plain.substring(0, 3) + "-" + plain.substring(3, 7) + "-" + plain.substring(7);
        assertThat(invented.of(Kind.PHONE, written)).isEqualTo("+86 " + made.substring(0, 3) + "-" + made.substring(3, 7) + "-" + made.substring(7));
    }

    @Property
    void anIdentityNumberStaysValid(@ForAll @LongRange(min = 0, max = 999) long number) {
        String first = "11010519491231" + String.format("%03d", number);
        String made = invented.of(Kind.ID, first + ChineseIds.citizenCheck(first));
        assertThat(ChineseIds.citizenNumber(made)).isTrue();
        assertThat(made).doesNotContain("19491231");
    }

    @Test
    void aCreditCodeStaysValid() {
        String first = "91110000" + "100000123";
        String code = first + ChineseIds.creditCheck(first);
        assertThat(ChineseIds.creditCode(invented.of(Kind.ID, code))).isTrue();
        assertThat(invented.of(Kind.ID, code)).isNotEqualTo(code);
        assertThat(invented.of(Kind.ID, "DE123456789")).matches("[A-Z]{2}[0-9]{9}").isNotEqualTo("DE123456789");
    }

    @Test
    void theSameIsTheSameWithinAKeyOnly() {
        Invented other = new Invented(new byte[] {1});
        for (Kind kind : new Kind[] {Kind.PERSON, Kind.ORGANISATION, Kind.MAIL, Kind.LOGIN, Kind.HANDLE, Kind.ACCOUNT, Kind.STREET, Kind.ANY}) {
            String made = invented.of(kind, "张三 zhang@secret.cn 6222");
            assertThat(made).isEqualTo(invented.of(kind, "张三 zhang@secret.cn 6222")).doesNotContain("张三", "zhang@");
        }
        assertThat(other.of(Kind.MAIL, "a@b.cn")).isNotEqualTo(invented.of(Kind.MAIL, "a@b.cn"));
        assertThat(invented.of(Kind.MAIL, " A@B.cn")).isEqualTo(invented.of(Kind.MAIL, "a@b.cn")).endsWith("@example.com");
    }

    @Test
    void aCardThatPassedItsCheckPassesItAgain() {
        String made = invented.of(Kind.ACCOUNT, "4111111111111111");
        assertThat(made).matches("[0-9]{16}").isNotEqualTo("4111111111111111");
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            int digit = made.charAt(15 - i) - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
        }
        assertThat(sum % 10).isZero();
    }

    @Test
    void namesOfColumnsGiveThemAway() {
        assertThat(ColumnNet.kind("x_mobile")).contains(Kind.PHONE);
        assertThat(ColumnNet.kind("home_phone_no")).contains(Kind.PHONE);
        assertThat(ColumnNet.kind("id_card")).contains(Kind.ID);
        assertThat(ColumnNet.kind("secret_sealed")).contains(Kind.SECRET);
        assertThat(ColumnNet.kind("webhook_secret")).contains(Kind.SECRET);
        assertThat(ColumnNet.kind("remark")).contains(Kind.TEXT);
        assertThat(ColumnNet.kind("code")).isEmpty();
        assertThat(ColumnNet.kind("changelog_hash")).isEmpty();
        assertThat(ColumnNet.kind("email_attribute")).isEmpty();
    }
}
