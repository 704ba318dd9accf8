package org.ashlar.platform.kernel.internal.registry;

/**
 * A module that this installation has seen, also if it is away now.
 *
 * @param descriptor what it declared last
 * @param changelogHash hash of the migration files that ran last, empty if none
 * @param state what administrators decided
 */
record KnownModule(ModuleDescriptor descriptor, String changelogHash, State state) {

    /** What administrators decided about a module. */
    enum State {
        INSTALLED, DISABLED, PURGED
    }
}
