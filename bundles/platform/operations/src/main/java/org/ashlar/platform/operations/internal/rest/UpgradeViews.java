package org.ashlar.platform.operations.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Rehearsals.Difference;
import org.ashlar.platform.backup.Rehearsals.Outcome;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.operations.internal.upgrade.RehearsedJars.Trial;
import org.ashlar.platform.operations.internal.upgrade.Upgrade;
import org.ashlar.platform.operations.internal.upgrade.WayBack;
import org.ashlar.platform.operations.internal.upgrade.WorkSince;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Upgrades and rehearsals in the caller's words. Thread-safe. */
@Component(service = UpgradeViews.class)
public final class UpgradeViews {

    private final WayBack back;
    private final FigureTitles titles;
    private final PlanViews texts;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public UpgradeViews(@Reference WayBack back, @Reference FigureTitles titles, @Reference PlanViews texts, @Reference Messages messages,
            @Reference Access access) {
        this.back = back;
        this.titles = titles;
        this.texts = texts;
        this.messages = messages;
        this.access = access;
    }

    TrialView view(Optional<Trial> trial) {
        Locale locale = access.caller().locale();
        if (trial.isEmpty()) {
            return new TrialView("NONE", 0, 0, List.of(), List.of(), null);
        }
        Trial known = trial.get();
        Outcome outcome = known.outcome();
        return outcome == null ? new TrialView(known.rehearsed().name(), 0, 0, List.of(), List.of(),
                messages.text(locale, known.code(), List.copyOf(known.args())))
                : new TrialView(known.rehearsed().name(), Math.round(outcome.seconds()), outcome.compared(), outcome.figures().stream()
                        .map(f -> view(locale, f, outcome.differences().contains(f))).toList(), outcome.migrated(), null);
    }

    private TriedFigure view(Locale locale, Difference figure, boolean differs) {
        return new TriedFigure(figure.company(), figure.name(), figure.name().split(" ")[0], titles.of(locale, figure.name()), figure.before(),
                figure.after(), differs);
    }

    UpgradeView view(Upgrade upgrade) {
        Optional<Problem> obstacle = back.obstacle(upgrade);
        return new UpgradeView(upgrade.id(), upgrade.module(), title(upgrade), upgrade.from(), upgrade.to(), upgrade.state().name(),
                upgrade.at(), upgrade.by(), upgrade.migrations(), upgrade.backup(), upgrade.rehearsed().name(), upgrade.work(),
                upgrade.backAt(), upgrade.backBy(), obstacle.isEmpty(), obstacle.map(this::said).orElse(null));
    }

    BackView back(Upgrade upgrade) {
        List<WorkSince.Changed> lost = back.lost(upgrade);
        Locale locale = access.caller().locale();
        return new BackView(view(upgrade), upgrade.changedTables(), lost.stream().mapToLong(WorkSince.Changed::records).sum(),
                lost.stream().mapToLong(WorkSince.Changed::changes).sum(), lost.stream().map(c -> new LostView(c.model(),
                        texts.of(locale, "model." + c.model(), c.model()), c.records(), c.changes())).toList());
    }

    private String title(Upgrade upgrade) {
        return texts.of(access.caller().locale(), "module." + upgrade.module(), upgrade.module());
    }

    private String said(Problem problem) {
        return messages.text(access.caller().locale(), problem.code(), problem.args());
    }

    /**
     * A rehearsal.
     *
     * @param rehearsed {@code NONE}, {@code SAME}, {@code DIFFERS} or {@code FAILED}
     * @param problem why it failed, with the changeset
     */
    public record TrialView(String rehearsed, long seconds, int compared, List<TriedFigure> figures, List<String> migrated,
            String problem) {
    }

    /**
     * A figure here and in the copy.
     *
     * @param name name for programs, for example {@code sum crm.opportunity amount}
     * @param kind {@code report}, {@code sum} or {@code records}
     */
    public record TriedFigure(String company, String name, String kind, String title, String before, String after, boolean differs) {
    }

    /**
     * An upgrade.
     *
     * @param work backup of what was there when it went back
     * @param canGoBack whether there is a way back
     * @param obstacle why not
     */
    public record UpgradeView(String id, String module, String title, String from, String to, String state, Instant at, String by,
            List<String> migrations, String backup, String rehearsed, String work, Instant backAt, String backBy, boolean canGoBack,
            String obstacle) {
    }

    /**
     * A way back.
     *
     * @param restart whether the backup comes back, at a restart
     * @param records changed since, which would be lost
     * @param changes how often they were
     * @param lost the same by model
     */
    public record BackView(UpgradeView upgrade, boolean restart, long records, long changes, List<LostView> lost) {
    }

    /** Changed records of a model. */
    public record LostView(String model, String title, long records, long changes) {
    }
}
