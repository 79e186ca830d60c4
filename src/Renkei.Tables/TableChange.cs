namespace Renkei.Tables;

/// <summary>One change of a commit. Which kind of overwriting is meant is always written out.</summary>
public abstract record TableChange
{
    private TableChange(RowKey key) => Key = key;

    /// <summary>The row that is changed.</summary>
    public RowKey Key { get; }

    /// <summary>Adds a row; conflicts when one with this key is there.</summary>
    public sealed record Insert(RowKey Key, ReadOnlyMemory<byte> Body) : TableChange(Key);

    /// <summary>Replaces a row that is still as it was read; conflicts when it changed or is gone.</summary>
    public sealed record Replace(RowKey Key, ReadOnlyMemory<byte> Body, RowETag IfMatch) : TableChange(Key);

    /// <summary>Writes a row whether or not one is there; never conflicts.</summary>
    public sealed record Put(RowKey Key, ReadOnlyMemory<byte> Body) : TableChange(Key);

    /// <summary>Removes a row that is still as it was read; conflicts when it changed or is gone.</summary>
    public sealed record Delete(RowKey Key, RowETag IfMatch) : TableChange(Key);
}
