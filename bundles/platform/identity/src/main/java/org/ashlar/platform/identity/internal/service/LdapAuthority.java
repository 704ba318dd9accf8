package org.ashlar.platform.identity.internal.service;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.identity.internal.domain.Claims;
import org.ashlar.platform.identity.internal.domain.Groups;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.signin.PasswordAuthority;
import org.ashlar.platform.signin.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks passwords with LDAP directories: a search for the one person with the login, then a bind with the password that was
 * typed. Roles follow from groups at each sign-in. Thread-safe.
 */
@Component(service = {LdapAuthority.class, PasswordAuthority.class})
public final class LdapAuthority implements PasswordAuthority {
    private static final Logger LOG = LoggerFactory.getLogger(LdapAuthority.class);
    private static final int SECONDS = 5;
    private static final int MOST_GROUPS = 1_000;

    private final Ways ways;
    private final Secrets secrets;
    private final SignIns signIns;
    private final Users users;

    /** By injection. */
    @Activate
    public LdapAuthority(@Reference Ways ways, @Reference Secrets secrets, @Reference SignIns signIns, @Reference Users users) {
        this.ways = ways;
        this.secrets = secrets;
        this.signIns = signIns;
        this.users = users;
    }

    @Override
    public Optional<Recognised> check(String login, String password) {
        if (password == null || password.isEmpty() || Claims.login(login).isEmpty()) {
            return Optional.empty();
        }
        for (Ways.Directory directory : ways.directories()) {
            Optional<Person> person = person(directory, login, password);
            if (person.isPresent()) {
                return user(directory, login, person.get()).map(id -> new Recognised(id, "ldap:" + directory.code()));
            }
        }
        return Optional.empty();
    }

    /** Connects and searches nobody; returns the server's product or address. */
    String test(Ways.Directory directory) {
        try (LDAPConnection connection = LdapConnections.open(directory)) {
            bind(directory, connection);
            connection.search(request(directory, directory.baseDn(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), 1));
            return connection.getConnectedAddress() + ":" + connection.getConnectedPort();
        } catch (LDAPException | GeneralSecurityException | IOException e) {
            LOG.warn("Directory {}: {}", directory.code(), e.getMessage());
            throw Problem.of(ProblemKind.RULE, "platform.ldap.test", words(e));
        }
    }

    private Optional<Person> person(Ways.Directory directory, String login, String password) {
        try (LDAPConnection connection = LdapConnections.open(directory)) {
            bind(directory, connection);
            Filter filter = Filter.create(directory.userFilter().replace("{login}", Filter.encodeValue(login)));
            SearchResult found = connection.search(request(directory, directory.baseDn(), SearchScope.SUB, filter, 2));
            if (found.getEntryCount() != 1) {
                return Optional.empty();
            }
            SearchResultEntry entry = found.getSearchEntries().get(0);
            List<String> groups = groups(directory, connection, entry, login);
            LdapConnections.bind(connection, entry.getDN(), password);
            return Optional.of(new Person(entry.getAttributeValue(directory.nameAttribute()),
                    entry.getAttributeValue(directory.emailAttribute()), groups));
        } catch (LDAPException e) {
            if (e.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
                return Optional.empty();
            }
            throw away(directory, e);
        } catch (GeneralSecurityException | IOException e) {
            throw away(directory, e);
        }
    }

    private void bind(Ways.Directory directory, LDAPConnection connection) throws LDAPException {
        if (directory.bindDn() != null && !directory.bindDn().isBlank()) {
            try {
                LdapConnections.bind(connection, directory.bindDn(), secrets.open(directory.sealedSecret()));
            } catch (LDAPException e) {
                throw new LDAPException(ResultCode.LOCAL_ERROR, "The search account cannot bind: " + e.getMessage(), e);
            }
        }
    }

    private static List<String> groups(Ways.Directory directory, LDAPConnection connection, SearchResultEntry entry, String login)
            throws LDAPException {
        List<String> groups = new ArrayList<>();
        if (directory.groupAttribute() != null && entry.getAttributeValues(directory.groupAttribute()) != null) {
            groups.addAll(List.of(entry.getAttributeValues(directory.groupAttribute())));
        }
        if (directory.groupBaseDn() != null && directory.groupFilter() != null) {
            Filter filter = Filter.create(directory.groupFilter().replace("{dn}", Filter.encodeValue(entry.getDN()))
                    .replace("{login}", Filter.encodeValue(login)));
            connection.search(request(directory, directory.groupBaseDn(), SearchScope.SUB, filter, MOST_GROUPS)).getSearchEntries()
                    .forEach(group -> groups.add(group.getDN()));
        }
        return groups;
    }

    private static SearchRequest request(Ways.Directory directory, String base, SearchScope scope, Filter filter, int most) {
        List<String> attributes = new ArrayList<>(List.of(directory.nameAttribute(), directory.emailAttribute()));
        if (directory.groupAttribute() != null) {
            attributes.add(directory.groupAttribute());
        }
        SearchRequest request = new SearchRequest(base, scope, filter, attributes.toArray(String[]::new));
        request.setSizeLimit(most);
        request.setTimeLimitSeconds(SECONDS);
        return request;
    }

    private Optional<Long> user(Ways.Directory directory, String login, Person person) {
        Map<String, Boolean> roles = Groups.roles(directory.mappings(), person.groups);
        Optional<Users.User> existing = users.find(login);
        if (existing.isPresent()) {
            if (!roles.isEmpty()) {
                signIns.align(existing.get().id(), roles, directory.company());
            }
            return Optional.of(existing.get().id());
        }
        if (!directory.autoCreate()) {
            return Optional.empty();
        }
        Set<String> first = roles.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (directory.role() != null) {
            first.add(directory.role());
        }
        return Optional.of(signIns.create(login, person.name, person.email, first, directory.company()));
    }

    private static Problem away(Ways.Directory directory, Exception cause) {
        LOG.warn("Directory {} cannot be asked: {}", directory.code(), cause.getMessage());
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.ldap.away");
    }

    private static String words(Exception e) {
        String text = e instanceof LDAPException ldap ? ldap.getResultCode() + ": " + ldap.getMessage() : e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text.length() > 200 ? text.substring(0, 200) : text;
    }

    private record Person(String name, String email, List<String> groups) {
    }
}
