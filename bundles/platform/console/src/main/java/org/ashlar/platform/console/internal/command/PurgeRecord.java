package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.RecycleBin;

/** Forgets a deleted record for good. */
@Service
@Command(scope = "ashlar", name = "recycle-purge", description = "Forgets a deleted record for good, with comments and files")
public final class PurgeRecord extends AshlarCommand {

    @Reference
    RecycleBin bin;

    @Argument(name = "id", required = true, description = "Id in the recycle bin, see ashlar:recycle-bin")
    long id;

    @Override
    void work() {
        bin.purge(id);
        out().println(text("console.recycle.purged", String.valueOf(id)));
    }
}
