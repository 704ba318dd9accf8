package org.ashlar.platform.collaboration.internal.service;

import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.collaboration.internal.model.TagEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of tags. Thread-safe. */
@Component
@ForModel("platform.tag")
public final class TagRules implements RecordRules<TagEntity> {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}|[a-z]{1,16}");

    private final Sql sql;

    @Activate
    public TagRules(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public void beforeInsert(TagEntity tag) {
        check(tag);
    }

    @Override
    public void beforeUpdate(TagEntity tag, Set<String> changed) {
        check(tag);
    }

    private static void check(TagEntity tag) {
        if (tag.getName() != null) {
            tag.setName(tag.getName().strip());
        }
        if (tag.getColor() != null && !tag.getColor().isBlank() && !COLOR.matcher(tag.getColor()).matches()) {
            throw Problem.rule("color", "platform.tag.color", tag.getColor());
        }
    }

    @Override
    public void beforeDelete(TagEntity tag) {
        sql.inTransaction(db -> db.execute("delete from platform_tag_link where tag_id = ?", tag.getId()));
    }
}
