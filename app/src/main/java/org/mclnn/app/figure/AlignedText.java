package org.mclnn.app.figure;

import java.util.List;

/** Graphics that leave the alignment of text to whoever shows it. */
interface AlignedText {
    /** @param y of the line the letters stand on */
    void text(List<Words.Piece> pieces, double x, double y, Words.Align align);
}
