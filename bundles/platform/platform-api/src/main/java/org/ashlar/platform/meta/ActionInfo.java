package org.ashlar.platform.meta;

import java.util.List;

/**
 * One action of a model.
 *
 * @param name verb
 * @param permission permission it needs
 * @param from states in which it is offered; empty: all
 * @param posts refused while a validating module is away
 * @param body type of the JSON body, {@code null} if none
 * @param secret body or answer carry a secret and are never stored
 */
public record ActionInfo(String name, String permission, List<String> from, boolean posts, Class<?> body,
        boolean secret) {
}
