package org.ashlar.platform.collaboration.internal.service;

import org.ashlar.platform.meta.ModelInfo;

/**
 * A record that people talk about, seen by the caller.
 *
 * @param model its model
 * @param id its id
 * @param label what stands for it, may be empty
 */
public record Subject(ModelInfo model, long id, String label) {

    /** Path of the record below {@code /api/v1}. */
    public String path() {
        return path(model, id);
    }

    static String path(ModelInfo model, long id) {
        return "/" + model.module() + "/" + model.collection() + "/" + id;
    }

    /** Path of its page. */
    static String page(ModelInfo model, long id) {
        return "/app" + path(model, id);
    }
}
