namespace Renkei.Tables;

/// <summary>What both back ends refuse before anything is sent (protocols: Azure Tables, sections 8 and 9).</summary>
public static class TableLimits
{
    /// <summary>Changes in one commit.</summary>
    public const int ChangesPerCommit = 100;

    /// <summary>Characters in each part of a key.</summary>
    public const int KeyLength = 200;

    /// <summary>Bytes of one row's JSON document (UTF-8).</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>
    /// Bytes of all documents of one commit together, a quotation mark or backslash counted twice and a control character
    /// six times, as JSON strings hold them; leaves room for the envelope below Azure's 4 MiB.
    /// </summary>
    public const int CommitBytes = 3 * 1024 * 1024;
}
