package org.ashlar.platform.shell.internal.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds a code in a grey picture. Pure. */
final class Barcodes {

    private static final Map<DecodeHintType, Object> HINTS = new EnumMap<>(Map.of(
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.EAN_13, BarcodeFormat.EAN_8, BarcodeFormat.UPC_A,
                    BarcodeFormat.UPC_E, BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.ITF,
                    BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX),
            DecodeHintType.TRY_HARDER, Boolean.TRUE));

    private Barcodes() {
    }

    /** The first code, {@code null} if there is none. One byte a point, rows from above. */
    static Result find(byte[] grey, int width, int height) {
        LuminanceSource picture = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        try {
            return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(picture)), HINTS);
        } catch (NotFoundException e) {
            return null;
        }
    }
}
