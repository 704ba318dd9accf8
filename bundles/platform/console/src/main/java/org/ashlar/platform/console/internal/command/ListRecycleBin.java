package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.RecycleBin;

/** Lists deleted records of a company. */
@Service
@Command(scope = "ashlar", name = "recycle-bin", description = "Lists deleted records that can be restored")
public final class ListRecycleBin extends AshlarCommand {

    @Reference
    RecycleBin bin;

    @Option(name = "--model", description = "Only records of this model")
    String model;

    @Option(name = "--limit", description = "Records at most")
    int limit = 100;

    @Override
    void work() {
        table(List.of("id", "model", "record", "label", "deleted", "by", "until"), bin.list(model, null, 0, limit).stream()
                .map(d -> Arrays.<Object>asList(d.id(), d.model(), d.recordId(), d.label(), d.deletedAt(), d.login(), d.until()))
                .toList());
    }
}
