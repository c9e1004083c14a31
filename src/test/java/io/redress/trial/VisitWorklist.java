package io.redress.trial;

import io.redress.account.Role;
import io.redress.account.Viewer;
import io.redress.worklist.WorklistItem;
import io.redress.worklist.WorklistSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class VisitWorklist implements WorklistSource {

    @Override
    public List<WorklistItem> awaiting(Viewer viewer) {
        var waiting = viewer.is(Role.CLERK)
                ? Visit.<Visit>list(
                        "not answered and areaCode like ?1 order by visitedOn",
                        viewer.scope().pattern())
                : List.<Visit>of();
        return waiting.isEmpty()
                ? List.of()
                : List.of(new WorklistItem(VisitWork.VISITS_TO_ANSWER, waiting.size(), waiting.get(0).visitedOn));
    }
}
