package org.ashlar.platform.documents.internal.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.attachment.Attachments;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The picture that hangs on a seal or a paper as a file, for use in prints. Thread-safe. */
@Component(service = Pictures.class)
public final class Pictures {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");
    private static final int LARGEST = 2 << 20;
    private static final int LONGEST_SIDE = 4_000;

    private final Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Attachments attachments;

    /** By injection. */
    @Activate
    public Pictures(@Reference Access access) {
        this.access = access;
    }

    /**
     * The newest PNG or JPEG of a record as a {@code data:} address; whoever may print need not be able to read the record.
     *
     * @throws Problem RULE {@code platform.print.picture} if it is too large or no picture
     */
    Optional<String> of(String model, long id) {
        Attachments files = attachments;
        return files == null ? Optional.empty() : access.as(access.system(access.caller().companyId()), () -> files.list(model, id)
                .stream().filter(f -> TYPES.contains(f.mediaType())).reduce((a, b) -> b.storedAt().isBefore(a.storedAt()) ? a : b)
                .map(file -> address(file.mediaType(), read(files, file.id()))));
    }

    private static byte[] read(Attachments files, long id) {
        try (InputStream in = files.open(id)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size is looked at before anything is unpacked. */
    static String address(String type, byte[] bytes) {
        if (bytes.length > LARGEST || !small(bytes)) {
            throw Problem.rule("picture", "platform.print.picture", LARGEST >> 20, LONGEST_SIDE);
        }
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean small(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.getWidth(0) <= LONGEST_SIDE && reader.getHeight(0) <= LONGEST_SIDE;
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
