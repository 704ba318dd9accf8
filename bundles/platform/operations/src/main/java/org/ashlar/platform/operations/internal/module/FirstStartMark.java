package org.ashlar.platform.operations.internal.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes away the mark that bin/setenv sets before the very first start, once all bundles are installed. Where it is still there at the
 * next start, that first one was killed while the framework wrote down what it installs; then it begins anew.
 */
@Component(service = FirstStartMark.class, immediate = true)
public final class FirstStartMark {

    /** By injection; the reference says that the first start is over. */
    @Activate
    public FirstStartMark(BundleContext bundles, @Reference BootFinished finished) throws IOException {
        Files.deleteIfExists(Path.of(bundles.getProperty("karaf.data"), "first-start"));
    }
}
