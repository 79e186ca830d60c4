namespace Renkei.Room.Conversations;

/// <summary>A file the bot delivered by consent.</summary>
/// <param name="Id">Id in addresses.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes.</param>
public sealed record RoomFile(string Id, string Name, long Size);
