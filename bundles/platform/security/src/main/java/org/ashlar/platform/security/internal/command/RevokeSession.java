package org.ashlar.platform.security.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.security.internal.service.SessionDesk;

/** Ends one session of a user or all of them. */
@Service
@Command(scope = "ashlar", name = "session-revoke", description = "Ends the sessions of a user, or one of them")
public final class RevokeSession extends SignInCommand {
    @Option(name = "--id", description = "Only the session with this id")
    Long id;

    @Argument(name = "login", description = "Whose", required = true)
    String login;

    @Reference
    SessionDesk desk;

    @Override
    void work() {
        table(List.of("login", "ended"), List.of(List.<Object>of(login, desk.end(user(login), id))));
    }
}
