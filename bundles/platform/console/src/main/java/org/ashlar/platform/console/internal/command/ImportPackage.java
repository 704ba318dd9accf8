package org.ashlar.platform.console.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.configuration.Packages;
import org.ashlar.platform.configuration.Packages.Item;

/** Takes a package over, or says what that would do. */
@Service
@Command(scope = "ashlar", name = "package-import", description = "Takes the configuration of a package over; prints what it changes")
public final class ImportPackage extends AshlarCommand {

    @Argument(name = "file", description = "ZIP file to read", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--dry-run", description = "Only print differences and conflicts")
    boolean dryRun;

    @Reference
    Packages packages;

    @Override
    void work() {
        try {
            Packages.Report report = packages.apply(Files.readAllBytes(Path.of(file)), dryRun);
            List<List<Object>> rows = new ArrayList<>();
            for (Item item : report.items()) {
                String what = item.conflicts().isEmpty()
                        ? item.differences().stream().map(d -> d.field() + ": " + d.here() + " -> " + d.there())
                                .collect(Collectors.joining("; "))
                        : item.conflicts().stream().map(c -> text(c.code(), c.args().toArray()))
                                .collect(Collectors.joining(" "));
                rows.add(List.of(item.model(), item.key(), item.action(), what));
            }
            table(List.of("model", "key", "action", "differences"), rows);
        } catch (IOException e) {
            throw new IllegalStateException(text("console.file.unreadable", String.valueOf(e.getMessage())), e);
        }
    }
}
