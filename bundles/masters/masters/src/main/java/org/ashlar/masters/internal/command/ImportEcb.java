package org.ashlar.masters.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ashlar.masters.ExchangeRates;
import org.ashlar.masters.RateImport;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;

/** Imports the euro reference rates from a file, as it is or as the only file of a ZIP archive. */
@Service
@Command(scope = "ashlar", name = "import-ecb",
        description = "Imports the euro reference rates of the European Central Bank from a CSV file or its ZIP archive")
public final class ImportEcb implements Action {

    private static final long SHARED = 0;

    @Argument(index = 0, name = "file", description = "CSV or ZIP file", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--language", description = "Language of messages: en or zh")
    String language = "en";

    @Reference
    Session session;

    @Reference
    Access access;

    @Reference
    Messages messages;

    @Reference
    ExchangeRates rates;

    @Override
    public Object execute() {
        try (InputStream bytes = open(); Reader csv = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            RateImport result = access.as(access.system(SHARED), () -> rates.importEcb(csv));
            ShellTable table = new ShellTable();
            for (String column : new String[] {"first", "last", "days", "rates", "added", "corrected", "unknown"}) {
                table.column(column);
            }
            table.addRow().addContent(result.first(), result.last(), result.days(), result.rates(), result.added(),
                    result.corrected(), String.join(" ", result.unknown()));
            table.print(session.getConsole());
            return null;
        } catch (Problem e) {
            throw new IllegalStateException(text(e.code(), e.args()));
        } catch (IOException e) {
            throw new IllegalStateException(text("masters.rates.unreadable", List.of(file)), e);
        }
    }

    private String text(String key, List<Object> args) {
        return messages.text(Locale.forLanguageTag(language), key, args);
    }

    private InputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(Path.of(file));
        if (!file.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return bytes;
        }
        ZipInputStream zip = new ZipInputStream(bytes);
        if (zip.getNextEntry() == null) {
            zip.close();
            throw new IOException(file);
        }
        return zip;
    }
}
