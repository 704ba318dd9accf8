package org.ashlar.platform.security.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.security.internal.service.SessionDesk;

/** Lists living sessions. */
@Service
@Command(scope = "ashlar", name = "session-list", description = "Lists the sessions of a user, or of everybody")
public final class ListSessions extends SignInCommand {
    @Argument(name = "login", description = "Whose; everybody's without it")
    String login;

    @Reference
    SessionDesk desk;

    @Override
    void work() {
        table(List.of("id", "login", "device", "address", "method", "started", "used", "missing"),
                desk.list(login == null ? null : user(login)).stream().map(s -> Arrays.<Object>asList(s.id(), s.login(),
                        s.device(), s.address(), s.method(), s.startedAt(), s.seenAt(), s.step())).toList());
    }
}
