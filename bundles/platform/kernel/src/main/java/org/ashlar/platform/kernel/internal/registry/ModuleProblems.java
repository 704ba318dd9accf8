package org.ashlar.platform.kernel.internal.registry;

import java.util.Collection;
import org.ashlar.platform.i18n.Phrase;

/** Why a module is not active. */
final class ModuleProblems {
    static final Phrase NOT_RUNNING = Phrase.of("platform.module.isNotRunning");
    static final Phrase MIGRATING = Phrase.of("platform.module.isMigrating");
    static final Phrase STARTING = Phrase.of("platform.module.isStarting");
    static final Phrase TURN = Phrase.of("platform.module.waitsForItsTurn");
    static final Phrase NO_DATABASE = Phrase.of("platform.module.noDatabase");

    private ModuleProblems() {
    }

    static Phrase waitsFor(Collection<String> modules) {
        return Phrase.of("platform.module.waitsFor", String.join(", ", modules));
    }

    /** A migration failed; what the database said is not ours to translate. */
    static Phrase failed(Exception cause) {
        return Phrase.of("platform.module.failed", String.valueOf(cause.getMessage()));
    }
}
