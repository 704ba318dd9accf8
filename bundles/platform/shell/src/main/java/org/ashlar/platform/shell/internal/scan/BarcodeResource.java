package org.ashlar.platform.shell.internal.scan;

import com.google.zxing.Result;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Component;

/**
 * Reads barcodes for browsers that cannot do it themselves. What arrives is a small grey picture, one byte a point, so that
 * nothing has to be unpacked here; it is not kept.
 */
@Component(service = BarcodeResource.class)
@RestResource
@Path("/barcodes")
@Produces(MediaType.APPLICATION_JSON)
public final class BarcodeResource {

    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 1_024;
    private static final int MOST_POINTS = 640 * 640;

    /**
     * What was found.
     *
     * @param text the code's text, {@code null} if there is no code in the picture
     * @param format such as {@code EAN_13}, {@code null} if there is no code
     */
    public record Found(String text, String format) {
    }

    /** Finds a code in {@code width} times {@code height} bytes of grey, rows from above. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Permission(Permission.SIGNED_IN)
    public Found find(InputStream body, @QueryParam("width") @DefaultValue("0") int width,
            @QueryParam("height") @DefaultValue("0") int height) {
        boolean sized = width >= LEAST_SIDE && width <= MOST_SIDE && height >= LEAST_SIDE && height <= MOST_SIDE
                && width * height <= MOST_POINTS;
        byte[] grey = sized ? read(body, width * height + 1) : null;
        if (grey == null || grey.length != width * height) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "shell.barcode.picture", String.valueOf(LEAST_SIDE), String.valueOf(MOST_SIDE));
        }
        Result result = Barcodes.find(grey, width, height);
        return result == null ? new Found(null, null) : new Found(result.getText(), result.getBarcodeFormat().name());
    }

    private static byte[] read(InputStream body, int most) {
        try {
            return body.readNBytes(most);
        } catch (IOException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "shell.barcode.picture", String.valueOf(LEAST_SIDE), String.valueOf(MOST_SIDE));
        }
    }
}
