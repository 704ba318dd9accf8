package org.ashlar.platform.automation.internal.service;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A failure in words that an administrator can act on. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private final Messages messages;

    /** By injection. */
    @Activate
    public Words(@Reference Messages messages) {
        this.messages = messages;
    }

    /** The failure in a language, with what is wrong with single fields. */
    String of(RuntimeException failure, Locale locale) {
        if (!(failure instanceof Problem problem)) {
            return messages.text(locale, "platform.automation.unexpected", List.of(String.valueOf(failure.getMessage())));
        }
        StringBuilder words = new StringBuilder(messages.text(locale, problem.code(), problem.args()));
        problem.errors().stream().filter(e -> !e.code().equals(problem.code()) || problem.errors().size() > 1)
                .forEach(e -> words.append(' ').append(e.field()).append(": ").append(messages.text(locale, e.code(), e.args())));
        return words.toString();
    }
}
