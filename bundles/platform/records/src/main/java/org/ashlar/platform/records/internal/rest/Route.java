package org.ashlar.platform.records.internal.rest;

import org.ashlar.platform.records.internal.catalog.EntityModel;

/**
 * Where a request goes.
 *
 * @param kind what is asked for
 * @param model addressed model, {@code null} for the list of models
 * @param id addressed record, 0 if none
 * @param action name of the action, {@code null} if none
 */
record Route(Kind kind, EntityModel model, long id, String action) {

    /** Kinds of addresses. */
    enum Kind {
        COLLECTION, GROUPS, BULK, RECORD, ACTION, AUDIT, FLOW, MODELS, MODEL
    }
}
