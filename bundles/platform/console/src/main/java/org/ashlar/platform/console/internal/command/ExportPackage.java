package org.ashlar.platform.console.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.configuration.Packages;

/** Writes the configuration into a package file. */
@Service
@Command(scope = "ashlar", name = "package-export", description = "Writes custom fields, models, views and other configuration into a package")
public final class ExportPackage extends AshlarCommand {

    @Argument(name = "file", description = "ZIP file to write", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--models", description = "Model ids separated by commas; all portable ones without")
    String models;

    @Reference
    Packages packages;

    @Override
    void work() {
        List<String> wanted = models == null ? List.of() : Arrays.stream(models.split(",")).map(String::trim).toList();
        try {
            byte[] bytes = packages.export(wanted);
            Files.write(Path.of(file), bytes);
            table(List.of("file", "bytes"), List.of(List.<Object>of(file, bytes.length)));
        } catch (IOException e) {
            throw new IllegalStateException(text("console.file.unreadable", String.valueOf(e.getMessage())), e);
        }
    }
}
