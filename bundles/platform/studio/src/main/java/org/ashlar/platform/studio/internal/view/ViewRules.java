package org.ashlar.platform.studio.internal.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.studio.internal.model.ViewEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A view that is saved has the shape of its kind and names fields that are there. Later ones may go; see {@link Views}. */
@Component(service = RecordRules.class)
@ForModel("platform.view")
public final class ViewRules implements RecordRules<ViewEntity> {

    private final Catalog models;

    /** Used by DS. */
    @Activate
    public ViewRules(@Reference Catalog models) {
        this.models = models;
    }

    @Override
    public void beforeInsert(ViewEntity view) {
        if (models.find(view.getModel()).isEmpty()) {
            throw Problem.rule("model", "platform.custom.modelUnknown", view.getModel());
        }
        check(view);
    }

    @Override
    public void beforeUpdate(ViewEntity view, Set<String> changed) {
        if (changed.contains("definition") || changed.contains("kind")) {
            check(view);
        }
    }

    private void check(ViewEntity view) {
        ObjectNode definition = ViewShape.parse(view.getKind(), view.getDefinition());
        if (definition == null) {
            throw Problem.rule("definition", "platform.view.shape", view.getKind().name());
        }
        if (models.find(view.getModel()).isPresent()) {
            List<String> missing = ViewShape.prune(view.getKind(), definition,
                    path -> FieldPaths.there(models, view.getModel(), path));
            if (!missing.isEmpty()) {
                throw Problem.rule("definition", "platform.custom.fieldUnknown", String.join(", ", missing), view.getModel());
            }
        }
    }
}
