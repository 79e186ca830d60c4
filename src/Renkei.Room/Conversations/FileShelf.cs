using System.Collections.Concurrent;

namespace Renkei.Room.Conversations;

/// <summary>The bytes of delivered files, in a folder or in memory. Safe for many threads.</summary>
internal sealed class FileShelf
{
    private readonly string? folder;
    private readonly ConcurrentDictionary<string, byte[]> inMemory = new(StringComparer.Ordinal);

    public FileShelf(string? dataPath)
    {
        folder = dataPath is null ? null : Path.Combine(dataPath, "room-files");
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }
    }

    public async Task PutAsync(string id, byte[] bytes, CancellationToken ct)
    {
        if (folder is null)
        {
            inMemory[id] = bytes;
            return;
        }
        await File.WriteAllBytesAsync(PathOf(id), bytes, ct);
    }

    public async Task<byte[]?> FindAsync(string id, CancellationToken ct)
    {
        if (folder is null)
        {
            return inMemory.GetValueOrDefault(id);
        }
        string path = PathOf(id);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;
    }

    public void Clear()
    {
        inMemory.Clear();
        if (folder is not null)
        {
            foreach (string file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }
        }
    }

    // Ids are made by the room; a name from outside never becomes part of a path.
    private string PathOf(string id) => Path.Combine(folder!, Guid.Parse(id).ToString("N"));
}
