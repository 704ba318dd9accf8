package org.ashlar.platform.security.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Takes away the second step of a user who lost his device. */
@Service
@Command(scope = "ashlar", name = "totp-reset", description = "Takes away the second step of a user and signs him out everywhere")
public final class ResetTotp extends SignInCommand {
    @Argument(name = "login", description = "Whose", required = true)
    String login;

    @Reference
    Records records;

    @Override
    void work() {
        records.act("platform.user", user(login), "resetTotp", null);
        table(List.of("login"), List.of(List.<Object>of(login)));
    }
}
