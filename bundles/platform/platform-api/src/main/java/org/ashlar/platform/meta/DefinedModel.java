package org.ashlar.platform.meta;

import java.util.List;
import java.util.Map;

/**
 * A model without an entity class; its table has the columns of {@link org.ashlar.platform.model.BaseEntity}.
 *
 * @param info the model; {@code entity} is {@code null}
 * @param numberField read-only field that gets a number, {@code null} if none
 * @param numberPattern pattern of the plain number series named as the model
 * @param initialState state of new records, {@code null} without states
 * @param lockedStates states in which records may be neither changed nor deleted
 * @param transitions state to which each action of {@code info} leads
 * @param defaults values of fields that were not given at creation, as texts
 * @param unique single fields whose values are unique in the company
 */
public record DefinedModel(ModelInfo info, String numberField, String numberPattern, String initialState,
        List<String> lockedStates, Map<String, String> transitions, Map<String, String> defaults, List<String> unique) {
}
