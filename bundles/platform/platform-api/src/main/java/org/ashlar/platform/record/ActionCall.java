package org.ashlar.platform.record;

/**
 * One call of an action.
 *
 * @param model model id
 * @param id record id
 * @param body an instance of {@link org.ashlar.platform.model.Action#body()}, {@code null} if it has none
 */
public record ActionCall(String model, long id, Object body) {

    /** The body as the type that the action declared. */
    public <T> T body(Class<T> type) {
        return type.cast(body);
    }
}
