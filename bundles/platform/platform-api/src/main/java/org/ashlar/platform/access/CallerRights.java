package org.ashlar.platform.access;

import org.osgi.annotation.versioning.ProviderType;

/** Record rules and field rights of the bound caller. From memory; thread-safe. */
@ProviderType
public interface CallerRights {

    /**
     * Those of the bound caller; the system's are {@link RecordRights#plain}.
     *
     * @throws org.ashlar.platform.problem.Problem UNAUTHENTICATED if nobody is bound
     */
    RecordRights present();
}
