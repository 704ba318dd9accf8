package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.RecycleBin;

/** Puts a deleted record back. */
@Service
@Command(scope = "ashlar", name = "recycle-restore", description = "Puts a deleted record back under its old id")
public final class RestoreRecord extends AshlarCommand {

    @Reference
    RecycleBin bin;

    @Argument(name = "id", required = true, description = "Id in the recycle bin, see ashlar:recycle-bin")
    long id;

    @Override
    void work() {
        RecycleBin.Deleted back = bin.restore(id);
        out().println(text("console.recycle.restored", back.model(), String.valueOf(back.recordId())));
    }
}
