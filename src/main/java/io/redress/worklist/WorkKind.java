package io.redress.worklist;

import io.redress.common.words.Code;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of work item. Each feature with work items has an enum of its kinds. */
@Schema(name = "WorkKind", type = SchemaType.STRING, description = "待办事项的种类 / what is to be done")
public interface WorkKind extends Code {}
