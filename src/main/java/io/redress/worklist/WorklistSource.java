package io.redress.worklist;

import io.redress.account.Viewer;
import java.util.List;

/** A feature with records that wait for an action of a user. */
public interface WorklistSource {

    /** The work items that this viewer can do, within their areas; omits kinds without any. */
    List<WorklistItem> awaiting(Viewer viewer);
}
