package org.ashlar.platform.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What installing, upgrading, switching and removing modules would do, and doing it. A plan changes nothing. Every call needs
 * {@code platform.module.manage}; it concerns the node that is asked. Thread-safe; one step at a time.
 */
@ProviderType
public interface ModulePlans {

    /** What may be done with a module. */
    enum Step {
        /** From the distribution, or from a jar. */
        INSTALL,
        /** A newer jar of an installed bundle. */
        UPGRADE,
        /** Back into service. */
        ENABLE,
        /** Out of service; its data is kept. */
        DISABLE,
        /** Out of the installation; its data is kept. */
        UNINSTALL,
        /** Its tables go. */
        PURGE;

        /** The name in addresses and on the console. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All modules that are installed, known or in the distribution. */
    List<Candidate> candidates();

    /**
     * What a step would do.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND {@code platform.module.unknown}
     */
    Plan plan(Step step, String moduleId);

    /**
     * What installing a jar, or upgrading with it, would do.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.extension.noModule} if it is no bundle of a module,
     *         {@code platform.extension.signature} if it was changed after it was signed
     */
    Plan plan(Path jar, boolean unsigned);

    /**
     * Does it.
     *
     * @return the plan that was carried out
     * @throws org.ashlar.platform.problem.Problem RULE with the plan's first problem; nothing is changed then
     */
    Plan carryOut(Step step, String moduleId);

    /** Installs or upgrades with a jar. */
    Plan carryOut(Path jar, boolean unsigned);

    /**
     * A module that something may be done with.
     *
     * @param info the module; of one in the distribution only, with the version there
     * @param available whether it was never installed here and the distribution has it
     * @param disabled whether an administrator put it out of service
     * @param dependants ids of known modules that require it
     * @param steps what may be asked for now
     */
    record Candidate(ModuleInfo info, boolean available, boolean disabled, List<String> dependants, List<Step> steps) {
    }

    /**
     * A plan.
     *
     * @param from version now, {@code null} if it is not installed
     * @param to version then, {@code null} if it is gone then
     * @param problems why it is not possible; empty if it is
     * @param warnings what one should know
     * @param signer of a jar, {@code null} if unsigned or not of a jar
     * @param bundles what happens to which bundle; all others run on
     * @param oldUntilRestart bundles that go on with the old code of a changed api until the next start
     * @param migrations changesets that will run
     * @param requires modules that it needs
     * @param dependants known modules that need it
     * @param brings what it brings or takes away
     * @param tables tables that a purge drops
     */
    record Plan(Step step, String module, String from, String to, List<Remark> problems, List<Remark> warnings, String signer,
            List<BundleChange> bundles, List<String> oldUntilRestart, List<Migrations.Changeset> migrations, List<Needed> requires,
            List<Needed> dependants, Contents brings, List<ModuleLifecycle.TableRows> tables) {

        /** Whether it can be done. */
        public boolean possible() {
            return problems.isEmpty();
        }
    }

    /** Something to say: message key and arguments. */
    record Remark(String code, List<Object> args) {
    }

    /**
     * What happens to a bundle.
     *
     * @param change {@code install}, {@code update}, {@code start}, {@code stop} or {@code uninstall}
     */
    record BundleChange(String name, String change, String from, String to) {
    }

    /**
     * Another module.
     *
     * @param state its state, {@code AVAILABLE} or {@code MISSING}
     */
    record Needed(String id, String state) {
    }

    /**
     * What a module consists of, in the caller's language.
     *
     * @param permissions codes
     */
    record Contents(List<Titled> models, List<Titled> actions, List<Titled> reports, List<Titled> rules, List<Titled> menus,
            List<Titled> roles, List<String> permissions) {
    }

    /** Something with a title. */
    record Titled(String id, String title) {
    }
}
