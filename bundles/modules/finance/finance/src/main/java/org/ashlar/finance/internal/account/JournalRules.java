package org.ashlar.finance.internal.account;

import java.util.Set;

import org.ashlar.finance.internal.model.JournalEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A journal that has entries keeps its code, word and way of numbering, so that its numbers stay one series. */
@Component(service = RecordRules.class)
@ForModel("finance.journal")
public final class JournalRules implements RecordRules<JournalEntity> {

    private static final Set<String> FIXED = Set.of("code", "word", "numbering");

    private final Sql sql;

    /** Injected. */
    @Activate
    public JournalRules(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public void beforeUpdate(JournalEntity journal, Set<String> changed) {
        if (changed.stream().anyMatch(FIXED::contains) && used(journal)) {
            throw Problem.rule(changed.stream().filter(FIXED::contains).findFirst().orElseThrow(), "finance.journal.used",
                    journal.getCode());
        }
    }

    @Override
    public void beforeDelete(JournalEntity journal) {
        if (used(journal)) {
            throw Problem.rule("code", "finance.journal.used", journal.getCode());
        }
    }

    private boolean used(JournalEntity journal) {
        return sql.any(context -> context.resultQuery("SELECT id FROM finance_entry WHERE company_id = ?"
                + " AND journal_id = ? FETCH FIRST 1 ROWS ONLY", journal.getCompanyId(), journal.getId()).fetch()
                .isNotEmpty());
    }
}
