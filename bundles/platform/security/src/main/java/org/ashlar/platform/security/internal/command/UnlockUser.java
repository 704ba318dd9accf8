package org.ashlar.platform.security.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Ends a lock-out before its time. */
@Service
@Command(scope = "ashlar", name = "user-unlock", description = "Lets a user sign in again who was locked out after wrong passwords")
public final class UnlockUser extends SignInCommand {
    @Argument(name = "login", description = "Whose", required = true)
    String login;

    @Reference
    Records records;

    @Override
    void work() {
        records.act("platform.user", user(login), "unlock", null);
        table(List.of("login"), List.of(List.<Object>of(login)));
    }
}
