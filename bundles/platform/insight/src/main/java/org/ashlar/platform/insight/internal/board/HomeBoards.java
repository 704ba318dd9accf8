package org.ashlar.platform.insight.internal.board;

import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which dashboard each user begins with. Thread-safe. */
@Component(service = HomeBoards.class)
public final class HomeBoards {

    private static final String SETTING = "insight.home";

    private final Sql sql;
    private final Transactions transactions;
    private final Access access;
    private final Settings settings;
    private final Dashboards dashboards;

    /** By injection; the data source says that the table is there. */
    @Activate
    public HomeBoards(@Reference Sql sql, @Reference Transactions transactions, @Reference Access access,
            @Reference Settings settings, @Reference Dashboards dashboards,
            @Reference(target = "(ashlar.module=insight)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.access = access;
        this.settings = settings;
        this.dashboards = dashboards;
    }

    /** The caller's own choice, else the company's; {@code null} if there is none or he does not see it any more. */
    public String present() {
        Caller caller = access.caller();
        Record row = sql.any(db -> db.fetchOne("select code from platform_dashboard_home where company_id = ? and user_id = ?",
                caller.companyId(), caller.userId()));
        String code = row == null ? settings.get(SETTING, "") : row.get(0, String.class);
        return code.isEmpty() || !dashboards.sees(code) ? null : code;
    }

    /**
     * Chooses.
     *
     * @param code {@code null}: back to the company's
     * @throws Problem NOT_FOUND
     */
    public void choose(String code) {
        if (code != null) {
            dashboards.get(code);
        }
        Caller caller = access.caller();
        transactions.run(() -> sql.inTransaction(db -> {
            int changed = code == null ? 0 : db.execute("update platform_dashboard_home set code = ? where company_id = ? and user_id = ?",
                    code, caller.companyId(), caller.userId());
            if (code == null) {
                db.execute("delete from platform_dashboard_home where company_id = ? and user_id = ?", caller.companyId(),
                        caller.userId());
            } else if (changed == 0) {
                db.execute("insert into platform_dashboard_home (company_id, user_id, code) values (?, ?, ?)", caller.companyId(),
                        caller.userId(), code);
            }
            return null;
        }));
    }
}
