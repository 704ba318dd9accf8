package org.ashlar.platform.module;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Partners' bundles, which start after the core, one at a time and watched: one that hangs, throws or ends the JVM while it
 * starts is set aside and skipped from then on. Thread-safe.
 */
@ProviderType
public interface Extensions {

    /**
     * Installs or updates an extension and starts it.
     *
     * @param unsigned whether a jar without a trusted signature is accepted
     * @throws org.ashlar.platform.problem.Problem RULE: {@code platform.extension.unsigned}, {@code .noModule},
     *         {@code .missing} with what it lacks, {@code .slow}, {@code .failed}; nothing of it stays then but a quarantine note
     */
    Extension install(Path jar, boolean unsigned);

    /** Takes an extension out; the data of its models and fields is kept. */
    void uninstall(String name);

    /** All extensions by name, those in quarantine too. */
    List<Extension> list();

    /** Lets an extension in quarantine start again. */
    Extension release(String name);

    /**
     * An extension.
     *
     * @param name symbolic name of its bundle
     * @param version version
     * @param state {@code ACTIVE}, {@code STOPPED}, {@code QUARANTINED} or {@code SKIPPED} (safe mode)
     * @param signer subject of the trusted certificate that signed it, {@code null} if unsigned
     * @param reason why it does not run, {@code null} if it does
     */
    record Extension(String name, String version, String state, String signer, String reason) {
    }
}
