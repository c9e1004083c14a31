package io.redress.worklist;

import io.redress.account.Viewer;
import java.util.List;

/** A feature whose records wait for somebody to do something. */
public interface WorklistSource {

    /** What of it this viewer can do, inside their areas; kinds of which there are none are left out. */
    List<WorklistItem> awaiting(Viewer viewer);
}
