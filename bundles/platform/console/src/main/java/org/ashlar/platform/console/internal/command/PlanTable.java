package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.ashlar.platform.module.ModulePlans.Plan;
import org.ashlar.platform.module.ModulePlans.Titled;

/** A plan as lines of kind and text. Pure. */
final class PlanTable {

    private PlanTable() {
    }

    /**
     * The lines.
     *
     * @param words text of a message key with its arguments
     */
    static List<List<Object>> rows(Plan plan, BiFunction<String, List<Object>, String> words) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("step", plan.step().code() + " " + plan.module() + " " + version(plan.from()) + " -> " + version(plan.to())));
        plan.problems().forEach(p -> rows.add(List.of("problem", words.apply(p.code(), p.args()))));
        plan.warnings().forEach(w -> rows.add(List.of("warning", words.apply(w.code(), w.args()))));
        if (plan.signer() != null) {
            rows.add(List.of("signed by", plan.signer()));
        }
        plan.bundles().forEach(b -> rows.add(List.of("bundle", b.change() + " " + b.name() + " " + version(b.from()) + " -> "
                + version(b.to()))));
        rows.add(List.of("refreshed", "-"));
        plan.oldUntilRestart().forEach(name -> rows.add(List.of("old until restart", name)));
        plan.migrations().forEach(m -> rows.add(List.of("migration", m.id() + " (" + m.author() + ") " + m.description())));
        plan.requires().forEach(n -> rows.add(List.of("requires", n.id() + " " + n.state().toLowerCase(Locale.ROOT))));
        plan.dependants().forEach(n -> rows.add(List.of("needed by", n.id() + " " + n.state().toLowerCase(Locale.ROOT))));
        titled(rows, "menu", plan.brings().menus());
        titled(rows, "model", plan.brings().models());
        titled(rows, "action", plan.brings().actions());
        titled(rows, "report", plan.brings().reports());
        titled(rows, "rule", plan.brings().rules());
        titled(rows, "role", plan.brings().roles());
        plan.brings().permissions().forEach(p -> rows.add(List.of("permission", p)));
        plan.tables().forEach(t -> rows.add(List.of("table", t.table() + " " + t.rows())));
        return rows;
    }

    private static void titled(List<List<Object>> rows, String kind, List<Titled> things) {
        things.forEach(t -> rows.add(List.of(kind, t.id() + " " + t.title())));
    }

    private static String version(String version) {
        return version == null ? "-" : version;
    }
}
