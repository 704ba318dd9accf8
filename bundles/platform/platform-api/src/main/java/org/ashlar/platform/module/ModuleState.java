package org.ashlar.platform.module;

/** Where a module stands. */
public enum ModuleState {
    /** Bundle present, migrations done, services up. */
    ACTIVE,
    /** Known to the installation, data kept, but its bundle is stopped or uninstalled. */
    AWAY,
    /** Waits for modules that it requires or for its migrations. */
    WAITING,
    /** Its migration or start failed; see {@link ModuleInfo#problem()}. */
    FAILED
}
