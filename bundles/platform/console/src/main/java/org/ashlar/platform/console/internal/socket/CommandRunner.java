package org.ashlar.platform.console.internal.socket;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.util.jaas.JaasHelper;
import org.ashlar.platform.problem.Problem;

/**
 * Runs commands of one connection in one shell session, as the role {@code admin}: who may open the socket's file owns
 * the instance. Not thread-safe.
 */
final class CommandRunner implements AutoCloseable {

    private static final Subject ADMIN = new Subject(true,
            Set.of(new UserPrincipal("console"), new RolePrincipal("admin")), Set.of(), Set.of());

    private final PrintStream out;
    private final Session session;

    CommandRunner(SessionFactory sessions, OutputStream output) {
        this.out = new PrintStream(output, true, StandardCharsets.UTF_8);
        this.session = sessions.create(InputStream.nullInputStream(), out, out);
        session.put("USER", "console");
        session.put("APPLICATION", "ashlar");
        session.put(Session.SCOPE, "ashlar:shell:feature:bundle:service:system:log:*");
        session.put(Session.SUBSHELL, "");
    }

    /** Runs one line; returns its exit code. */
    int run(String command) {
        try {
            JaasHelper.doAs(ADMIN, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
            return 0;
        } catch (Exception e) {
            out.println(words(e));
            return 1;
        } finally {
            out.flush();
        }
    }

    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof Problem)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        session.close();
    }
}
