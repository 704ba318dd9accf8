package org.ashlar.platform.collaboration.internal.service;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.collaboration.internal.domain.Mentions;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of users. Thread-safe. */
@Component(service = People.class)
public final class People {

    private final Users users;
    private final Access access;
    private final Messages messages;

    @Activate
    public People(@Reference Users users, @Reference Access access, @Reference Messages messages) {
        this.users = users;
        this.access = access;
        this.messages = messages;
    }

    /** A user; the system has a name, too. */
    Person of(long id) {
        return users.find(id).map(u -> new Person(u.id(), u.login(), u.name()))
                .orElseGet(() -> new Person(id, null, system(access.caller().locale())));
    }

    /** The system's name in a language. */
    String system(Locale locale) {
        return messages.text(locale, "platform.collaboration.system", List.of());
    }

    /** Name of the caller, in words for anybody. */
    String caller() {
        return of(access.caller().userId()).name();
    }

    /** Active users that a text mentions. */
    List<Person> mentioned(String text) {
        Set<String> logins = Mentions.of(text);
        return logins.stream().map(users::find).flatMap(java.util.Optional::stream).filter(Users.User::active)
                .map(u -> new Person(u.id(), u.login(), u.name())).toList();
    }

    /** An active user by id, for a field of a request. */
    Person active(long id, String field) {
        return users.find(id).filter(Users.User::active).map(u -> new Person(u.id(), u.login(), u.name()))
                .orElseThrow(() -> Problem.rule(field, "platform.collaboration.user", String.valueOf(id)));
    }

    /** A user's language. */
    Locale locale(long id) {
        return users.find(id).map(Users.User::locale).orElse(Locale.ENGLISH);
    }
}
