package org.ashlar.platform.collaboration.internal.service;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.attachment.Attachments.Attachment;
import org.ashlar.platform.collaboration.internal.domain.FileTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files as people see them. Thread-safe. */
@Component(service = AttachmentViews.class)
public final class AttachmentViews {

    private final AttachmentService attachments;
    private final People people;

    @Activate
    public AttachmentViews(@Reference AttachmentService attachments, @Reference People people) {
        this.attachments = attachments;
        this.people = people;
    }

    /**
     * A version of a file.
     *
     * @param content path of its content below {@code /api/v1}; with {@code ?inline=true} to show it if {@code preview}
     * @param preview whether a browser may show it inside a page
     */
    public record FileView(long id, String name, String mediaType, long size, String sha256, int version, Instant storedAt,
            Person storedBy, String content, boolean preview) {
    }

    private FileView view(Attachment file) {
        return new FileView(file.id(), file.name(), file.mediaType(), file.size(), file.sha256(), file.version(), file.storedAt(),
                people.of(file.storedBy()), "/files/" + file.id(), FileTypes.inline(file.mediaType()));
    }

    /** Newest versions of a record's files. */
    public List<FileView> list(Subject subject, boolean deleted) {
        return attachments.list(subject, deleted).stream().map(this::view).toList();
    }

    /** Versions of a file, newest first. */
    public List<FileView> versions(long id) {
        return attachments.versions(id).stream().map(this::view).toList();
    }

    /** One version. */
    public FileView get(long id) {
        return view(attachments.get(id));
    }

    /** See {@link AttachmentService#limit}. */
    public long limit() {
        return attachments.limit();
    }

    /** See {@link AttachmentService#allowed}. */
    public Set<String> allowed() {
        return attachments.allowed();
    }
}
