package io.redress.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Warnings to show before a file is opened. The file is accepted all the same, as it may be evidence. */
@Schema(
        name = "FileWarning",
        description = "EXTERNAL_CONTENT 打开时会从别处取内容；RUNS_PROGRAM 会启动程序；SCRIPT 含脚本；EMBEDDED_FILE 内嵌其他文件；"
                + "PASSWORD 须有密码才能打开，未能检查；NOT_EXAMINED 未能检查"
                + " / fetches something from elsewhere when opened, starts a program, has a script, carries other files, opens"
                + " only with a password, or could not be examined")
public enum FileWarning {
    /** 外部引用: a remote template, a linked picture, a workbook or server elsewhere. */
    EXTERNAL_CONTENT,
    /** DDE, or an action that starts a program. */
    RUNS_PROGRAM,
    /** JavaScript of a PDF, macro sheets of a workbook. */
    SCRIPT,
    /** 内嵌文件: attachments of a PDF, embedded objects. */
    EMBEDDED_FILE,
    /** 有密码: only a person who knows the password can open it, and the service could not examine it. */
    PASSWORD,
    /** 未能检查: damaged, too large, or attached before files were examined. */
    NOT_EXAMINED
}
