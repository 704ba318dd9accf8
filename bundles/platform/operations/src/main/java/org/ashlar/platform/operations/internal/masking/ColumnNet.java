package org.ashlar.platform.operations.internal.masking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Catches columns that no module has listed by their names, such as those of extensions and of custom fields. */
final class ColumnNet {

    private static final Map<Pattern, Kind> NAMES = new LinkedHashMap<>();

    static {
        put("(.*_)?(secret|password|passphrase|token|api_key|access_key|private_key|credential)s?(_.*)?|sealed_.*|.*_sealed",
                Kind.SECRET);
        put("(.*_)?(e?mail|e?mail_address|email_key|from_address|reply_to)", Kind.MAIL);
        put("(.*_)?(phone|mobile|mobilephone|telephone|tel|fax|cellphone)(_no|_number|_key)?", Kind.PHONE);
        put("(.*_)?(wechat|weixin|qq|weibo|skype|whatsapp)(_id)?", Kind.HANDLE);
        put("(.*_)?(tax_id|id_no|id_number|id_card|identity_no|identity_number|passport|passport_no|social_security_no)", Kind.ID);
        put("(.*_)?(account_no|account_number|bank_account|iban|card_no|card_number)", Kind.ACCOUNT);
        put("(.*_)?(contact|contact_name|contact_person|holder|author_name|person_name|full_name|first_name|last_name)", Kind.PERSON);
        put("(.*_)?(street|address|address_line|postal_code)", Kind.STREET);
        put("(.*_)?(note|notes|remark|remarks|memo|comment|comment_text|website)", Kind.TEXT);
    }

    private ColumnNet() {
    }

    private static void put(String names, Kind kind) {
        NAMES.put(Pattern.compile(names), kind);
    }

    /** What a text column of that name, in small letters, holds; empty if its name says nothing. */
    static Optional<Kind> kind(String column) {
        return NAMES.entrySet().stream().filter(e -> e.getKey().matcher(column).matches()).map(Map.Entry::getValue).findFirst();
    }
}
