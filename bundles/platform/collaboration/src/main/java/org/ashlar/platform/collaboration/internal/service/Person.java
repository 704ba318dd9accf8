package org.ashlar.platform.collaboration.internal.service;

/**
 * Somebody as others see him.
 *
 * @param id user id, 0 for the system or somebody outside
 * @param login login, {@code null} for the system or somebody outside
 * @param name name
 */
public record Person(long id, String login, String name) {
}
