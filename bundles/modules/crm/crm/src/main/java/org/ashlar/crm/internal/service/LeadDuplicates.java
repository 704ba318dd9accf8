package org.ashlar.crm.internal.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.crm.internal.domain.ContactKeys;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.Sql;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** 
 * Recognises a lead that is there already: same phone, e-mail or company name, also among those written before in the running
 * transaction. Thread-safe. */
@Component(service = LeadDuplicates.class)
public final class LeadDuplicates {

    private static final String TABLE = "crm_lead";
    private final Access access;
    private final Sql sql;
    private final RecordAccess rights;
    private final Salespeople salespeople;
    private final TransactionSynchronizationRegistry transaction;

    /** Used by DS. */
    @Activate
    public LeadDuplicates(@Reference Access access, @Reference Sql sql, @Reference RecordAccess rights,
            @Reference Salespeople salespeople, @Reference TransactionSynchronizationRegistry transaction) {
        this.access = access;
        this.sql = sql;
        this.rights = rights;
        this.salespeople = salespeople;
        this.transaction = transaction;
    }

    /** Brings what a lead is recognised by up to date. */
    void keys(LeadEntity lead) {
        lead.setPhoneKey(ContactKeys.phone(lead.getPhone()));
        lead.setMobileKey(ContactKeys.phone(lead.getMobile()));
        lead.setEmailKey(ContactKeys.email(lead.getEmail()));
        lead.setNameKey(ContactKeys.name(lead.getName()));
    }

    /** Adds an error that names the owner of the other lead, the lead itself if the caller may see it, and the way out. */
    void check(LeadEntity lead, List<FieldError> errors) {
        if (lead.isDuplicateAllowed()) {
            return;
        }
        List<String> phones = Stream.of(lead.getPhoneKey(), lead.getMobileKey()).filter(Objects::nonNull).distinct().toList();
        if (phones.isEmpty() && lead.getEmailKey() == null && lead.getNameKey() == null) {
            return;
        }
        stored(lead, phones, errors);
        if (errors.isEmpty()) {
            before(lead, phones, errors);
        }
    }

    private void stored(LeadEntity lead, List<String> phones, List<FieldError> errors) {
        Condition same = DSL.falseCondition();
        if (!phones.isEmpty()) {
            same = same.or(DSL.field("phone_key", String.class).in(phones)).or(DSL.field("mobile_key", String.class).in(phones));
        }
        if (lead.getEmailKey() != null) {
            same = same.or(DSL.field("email_key", String.class).eq(lead.getEmailKey()));
        }
        if (lead.getNameKey() != null) {
            same = same.or(DSL.field("name_key", String.class).eq(lead.getNameKey()));
        }
        Condition wanted = DSL.field("company_id", Long.class).eq(access.caller().companyId())
                .and(DSL.field("id", Long.class).ne(lead.getId() == null ? -1 : lead.getId())).and(same);
        sql.any(db -> db.select(List.of(DSL.field("id"), DSL.field("lead_no"), DSL.field("name"), DSL.field("owner_id"),
                DSL.field("phone_key"), DSL.field("mobile_key"), DSL.field("email_key"))).from(TABLE).where(wanted).orderBy(DSL.field("id")).limit(1)
                .fetch()).stream().findFirst().ifPresent(found -> errors.add(error(lead, phones, found)));
    }

    private FieldError error(LeadEntity lead, List<String> phones, Record found) {
        String field;
        if (phones.contains(found.get("phone_key", String.class)) || phones.contains(found.get("mobile_key", String.class))) {
            boolean mobile = lead.getMobileKey() != null && (lead.getMobileKey().equals(found.get("mobile_key", String.class))
                    || lead.getMobileKey().equals(found.get("phone_key", String.class)));
            field = mobile ? "mobile" : "phone";
        } else {
            field = lead.getEmailKey() != null && lead.getEmailKey().equals(found.get("email_key", String.class)) ? "email" : "name";
        }
        String owner = salespeople.name(found.get("owner_id", Long.class));
        return rights.mayRead("crm.lead", found.get("id", Long.class))
                ? FieldError.of(field, "crm.lead.duplicate." + field, found.get("lead_no", String.class),
                        found.get("name", String.class), owner)
                : FieldError.of(field, "crm.lead.hiddenDuplicate." + field, owner);
    }

    /** Rows of one import do not stand in the table yet. */
    @SuppressWarnings("unchecked")
    private void before(LeadEntity lead, List<String> phones, List<FieldError> errors) {
        if (transaction.getTransactionKey() == null) {
            return;
        }
        Map<String, String> seen = (Map<String, String>) transaction.getResource(LeadDuplicates.class);
        if (seen == null) {
            seen = new HashMap<>();
            transaction.putResource(LeadDuplicates.class, seen);
        }
        Map<String, String> mine = new HashMap<>();
        phones.forEach(p -> mine.put("phone:" + p, p.equals(lead.getMobileKey()) ? "mobile" : "phone"));
        mine.put("email:" + lead.getEmailKey(), "email");
        mine.put("name:" + lead.getNameKey(), "name");
        for (Map.Entry<String, String> key : mine.entrySet()) {
            String other = key.getKey().endsWith(":null") ? null : seen.get(key.getKey());
            if (other != null && !other.equals(lead.getNumber())) {
                errors.add(FieldError.of(key.getValue(), "crm.lead.duplicate." + key.getValue(), other, lead.getName(),
                        salespeople.name(lead.getOwner())));
                return;
            }
        }
        for (String key : mine.keySet()) {
            seen.put(key, lead.getNumber());
        }
    }
}
