package org.ashlar.platform.operations.internal.rest;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Migrations.Changeset;
import org.ashlar.platform.module.ModuleLifecycle.TableRows;
import org.ashlar.platform.module.ModulePlans.BundleChange;
import org.ashlar.platform.module.ModulePlans.Candidate;
import org.ashlar.platform.module.ModulePlans.Needed;
import org.ashlar.platform.module.ModulePlans.Plan;
import org.ashlar.platform.module.ModulePlans.Remark;
import org.ashlar.platform.module.ModulePlans.Step;
import org.ashlar.platform.module.ModulePlans.Titled;
import org.ashlar.platform.operations.internal.module.AwayTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans and modules as the REST interface shows them, in the caller's language. Thread-safe. */
@Component(service = PlanViews.class)
public final class PlanViews {

    private final Messages messages;
    private final Access access;
    private final AwayTexts away;

    /** By injection. */
    @Activate
    public PlanViews(@Reference Messages messages, @Reference Access access, @Reference AwayTexts away) {
        this.messages = messages;
        this.access = access;
        this.away = away;
    }

    ModuleView view(Candidate candidate) {
        Locale locale = access.caller().locale();
        String id = candidate.info().id();
        return new ModuleView(id, title(locale, id), candidate.info().version(), candidate.info().kind(),
                candidate.available() ? "AVAILABLE" : candidate.info().state().name(), candidate.disabled(), messages.text(locale, candidate.info().problem()),
                candidate.info().requires(), candidate.dependants(), candidate.steps().stream().map(Step::code).toList(),
                text(locale, id, "module." + id + ".description", null));
    }

    PlanView view(Plan plan) {
        Locale locale = access.caller().locale();
        return new PlanView(plan.step().code(), plan.module(), title(locale, plan.module()), plan.from(), plan.to(), plan.possible(),
                remarks(locale, plan.problems()), remarks(locale, plan.warnings()), plan.signer(), plan.bundles(), List.of(),
                plan.oldUntilRestart(), plan.migrations(), needed(locale, plan.requires()), needed(locale, plan.dependants()),
                plan.brings().models(), plan.brings().actions(), plan.brings().reports(), plan.brings().rules(),
                plan.brings().menus(), plan.brings().roles(), plan.brings().permissions(), plan.tables());
    }

    private List<RemarkView> remarks(Locale locale, List<Remark> remarks) {
        return remarks.stream().map(r -> new RemarkView(r.code(), messages.text(locale, r.code(), r.args()))).toList();
    }

    private List<NeededView> needed(Locale locale, List<Needed> modules) {
        return modules.stream().map(m -> new NeededView(m.id(), title(locale, m.id()), m.state())).toList();
    }

    private String title(Locale locale, String module) {
        return text(locale, module, "module." + module, module);
    }

    /** While an app of the distribution is away, so are its texts: they are read from its jar. */
    private String text(Locale locale, String module, String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : away.find(module, key, locale).orElse(otherwise);
    }

    /** The text of a key, else something. */
    String of(Locale locale, String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }

    /** A module. See the README for the fields. */
    public record ModuleView(String id, String title, String version, String kind, String state, boolean disabled, String problem,
            List<String> requires, List<String> dependants, List<String> steps, String description) {
    }

    /** A plan. See the README for the fields. */
    public record PlanView(String step, String module, String title, String from, String to, boolean possible,
            List<RemarkView> problems, List<RemarkView> warnings, String signer, List<BundleChange> bundles, List<String> refreshed,
            List<String> oldUntilRestart, List<Changeset> migrations, List<NeededView> requires, List<NeededView> dependants,
            List<Titled> models, List<Titled> actions, List<Titled> reports, List<Titled> rules, List<Titled> menus,
            List<Titled> roles, List<String> permissions, List<TableRows> tables) {
    }

    /** Something to say. */
    public record RemarkView(String code, String text) {
    }

    /** Another module. */
    public record NeededView(String id, String title, String state) {
    }
}
